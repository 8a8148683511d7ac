#!/bin/sh
# cpm against its oracle, on random tables
exec python3 tests/agree/agree.py cpm
