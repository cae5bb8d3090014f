"""A PostgreSQL that comes with the Python packages: started by the first process, stopped by the last.

Every process that connects holds a shared lock on one file, and the kernel drops it when the process
ends, however it ends.  Whoever can lock that file alone knows that nobody uses the server any more.

    server.py   find or make the data folder, start, stop
    hold.py     the lock, for the life of this process
    guard.py    a small process that stops the server when its last user was killed
    base.py     Django's database engine: connect, and start the server first if need be
"""
