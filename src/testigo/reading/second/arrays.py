"""The arrays of numbers that the second opinion hands on. For annotations alone: numpy is loaded only where something is read."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Rows = NDArray[np.float32]  # one for each word
Wide = NDArray[np.float64]
Whole = NDArray[np.int8]
