// svscan [directory [log-service]]: one supervise for each directory in a directory.

#include <unistd.h>

#include "base/fd.h"
#include "base/report.h"
#include "svscan/scanner.h"

int main(int count, char** words) {
    base::Report report("svscan");
    base::keep_only_standard();
    if (count > 1 && ::chdir(words[1]) == -1)
        report.die(base::last_error(), "unable to chdir to ", words[1]);
    svscan::Scanner scanner(report);
    if (count > 2) scanner.log_to(words[2]);
    return scanner.run();
}
