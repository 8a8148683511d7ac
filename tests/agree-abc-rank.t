#!/bin/sh
# abc-rank against its oracle, on random tables
exec python3 tests/agree/agree.py abc-rank
