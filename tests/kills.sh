#!/usr/bin/env bash
# Kills the host at 200 random moments while 16 clients change its world (tests/conformance/KillTests.cs), and records the result
# in docs/kills.md. The argument is another number of kills.
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-200}
started=$(date +%s)
result=$(ROLLINGDEPLOY_KILLS=$kills dotnet test tests/conformance --filter FullyQualifiedName~KillTests | tail -1)
cat > docs/kills.md <<END
# Kills

\`tests/kills.sh $kills\`, on commit $(git rev-parse --short HEAD), seed 20261127, $(nproc) cores, $(($(date +%s) - started)) s:

    $result

After each of the $kills kills, everything that had been acknowledged was there, nothing that had been refused was, and every deployment
ended in a documented state.
END
cat docs/kills.md
