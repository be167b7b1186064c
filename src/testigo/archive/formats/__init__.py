"""One small module per format: bytes and a task in, findings out. They run in a worker (worker.py)."""
