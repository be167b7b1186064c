"""A second opinion on acts, slots and status: a small network, trained by tools/train_second.py. See docs/second.md."""

from testigo.made import use

use(__path__, "second")
