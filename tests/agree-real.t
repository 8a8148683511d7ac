#!/bin/sh
# commands against their oracles, rfm against R, on real orders where there are any
exec python3 tests/agree/real.py
