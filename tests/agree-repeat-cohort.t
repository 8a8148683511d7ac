#!/bin/sh
# repeat-cohort against its oracle, on random tables
exec python3 tests/agree/agree.py repeat-cohort
