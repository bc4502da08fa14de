#include "svscan/where.h"

#include "supervise/whereabouts.h"
#include "supervise/workers.h"

namespace svscan {

base::Path service(const Plan& plan, Who who) {
    base::Path path(plan.name(who.place));
    if (works(plan, who) != std::string_view(".")) path.add("/").add(works(plan, who));
    return path;
}

const char* works(const Plan& plan, Who who) {
    return who.part == Part::logger && !plan.is_log(who.place) ? "log" : ".";
}

std::string own(Part part) {
    return is_worker(part) ? supervise::directory_of_worker(number_of(part)) : ".";
}

base::Path directory(const Plan& plan, Who who) {
    auto path = service(plan, who);
    if (is_worker(who.part)) path.add("/").add(own(who.part));
    return path;
}

base::Path place_of(const Plan& plan, Who who) {
    return supervise::path_to_place_of(service(plan, who).c_str(), own(who.part));
}

}  // namespace svscan
