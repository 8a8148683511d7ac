#!/bin/sh
# segment on customers against its oracle, on random tables and expressions
exec python3 tests/agree/agree.py segment-customers
