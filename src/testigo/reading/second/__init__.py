"""A second opinion about which words carry which act: a small network, trained by tools/train_second.py. See docs/second.md."""
