#!/bin/sh
# ltv-by-media against its oracle, on random tables
exec python3 tests/agree/agree.py ltv-by-media
