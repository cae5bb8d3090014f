"""Threads that ask the index: tantivy works without Python's lock."""

from concurrent.futures import ThreadPoolExecutor

POOL = ThreadPoolExecutor(thread_name_prefix="search")
"""What runs in here must not wait for something else that does."""
