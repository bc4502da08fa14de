// svstat [-lLvjpf] DIR ...: tells how services are; see svstat(8).

#include "base/fd.h"
#include "base/report.h"
#include "svstat/follow.h"
#include "svstat/options.h"
#include "svstat/output.h"
#include "svstat/tell.h"

namespace {

base::Result<void> tell(const svstat::Options& options, int count, char** words) {
    svstat::Teller teller(options);
    svstat::Output output;
    for (int i = options.words; i < count; ++i) teller.tell(words[i], output);
    output.add(teller.end());
    return output.flush();
}

}  // namespace

int main(int count, char** words) {
    base::keep_only_standard();
    base::Report report("svstat");
    const auto options = svstat::options(count, words);
    if (options.follow && options.form == svstat::Form::metrics) {
        report.line(": -f does not go with -p");
        return base::asked_wrongly;
    }
    const auto written = options.follow ? svstat::follow(options, count, words)
                                        : tell(options, count, words);
    if (!written) report.warn(written.error(), "unable to write to standard output");
    return 0;
}
