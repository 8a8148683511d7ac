#!/bin/sh
# bad inputs by every command
exec python3 tests/bad/bad.py
