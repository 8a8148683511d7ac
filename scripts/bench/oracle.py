"""What the second implementation in tests/oracle says of a job."""
import os
import subprocess
import sys

from compare import rows

ORACLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'tests', 'oracle')


def expected(job, table, result):
    """The rows that every tool must give for a job on a table."""
    program = os.path.join(ORACLES, job.command[0].replace('-', '_') + '.py')
    with open(result, 'wb') as out:
        subprocess.run([sys.executable, program, *job.command[1:], '-N', table],
                       stdout=out, check=True)
    return rows(result, job.columns, job.ordered)
