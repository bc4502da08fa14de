// pgrphack PROGRAM ...: runs it in a session, and so a process group, of its own; see
// pgrphack(8).

#include <unistd.h>

#include "supervise/chain/chain.h"

int main(int count, char** words) {
    base::Report report("pgrphack");
    if (count < 2) report.usage("pgrphack child");
    ::setsid();  // Fails only where the process leads a group of its own already.
    supervise::chain::run(report, words + 1);
}
