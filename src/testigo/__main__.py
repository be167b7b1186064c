"""`python -m testigo`."""

from testigo.start import main

main()
