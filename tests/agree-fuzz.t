#!/bin/sh
# the commands against their oracles, on the inputs that fuzzing begins with
exec python3 tests/agree/corpus.py tests/fuzz/seeds
