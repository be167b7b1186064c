"""Testigo turns reports from closed places into evidence that can be checked. The flow, line by line:

    archive     a file or address becomes unchangeable bytes and their text        preserve.py
    reading     the text becomes attributed claims, each part a span of its words  read.py
    casebook    keeps what is preserved, said, judged and derived                  casebook.py
    ledger      what was done when, in a tree that shows every later change        ledger.py
    desk        where people read the claims in the words, and judge them          serve.py
    linking     which claims concern one happening or one person                   link.py
    weighing    who has whose words, and how many independent origins stand behind weigh.py
    orders      what was ordered beside what is documented, and beside the law     confront.py
    estimating  did documented numbers change after a date                         estimate.py
    publishing  from judged claims to a bundle that a stranger can check           to come

`read(text)` is the door for library users.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from testigo.made import use

if TYPE_CHECKING:
    from testigo.claim import Reading

__version__ = "0.1.0"

__all__ = ["__version__", "read"]

# The matrices of the second opinion are small: several threads for one would wait for each other, and where programs run
# side by side they wait a hundred times as long as they work. numpy asks for this when it is first loaded.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

use(__path__, "core")


def read(text: str, published: str | None = None) -> Reading:
    """Read a plain text into attributed claims. published: the date of publication as EDTF, or None if not known.

    Spans count code points of `text`. Nothing is stored and nothing is fetched.
    """
    from testigo.archive.text import report_of_text
    from testigo.reading.read import read_report

    return read_report(report_of_text(text, published=published))
