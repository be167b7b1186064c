"""From a text to attributed claims. Door: read.py. Its modules run as machine code where that was made: compiled.py."""

from testigo.reading.compiled import use

use(__path__)
