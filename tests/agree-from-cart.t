#!/bin/sh
# from-cart against its oracle, on random exports and maps
exec python3 tests/agree/agree.py from-cart
