"""From a text to attributed claims. Door: read.py. Its modules run as machine code where that was made: made.py."""

from testigo.made import use

use(__path__, "reading")
