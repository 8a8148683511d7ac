#!/bin/sh
# rfm against its oracle and against R, on real orders where there are any
exec python3 tests/agree/real.py
