#pragma once

// Workers: where a service directory holds a file `workers` with a number in it, so many
// supervises run its service, each with a number of its own, from 0 on. The one of number 2
// is addressed as the directory `worker/2` in the service directory: its supervise/ is
// there, and the file `down` that is for it alone. All else is the service's: its files,
// and the working directory.
//
// A directory is that of a worker where its path says so and the file `workers` is there.

#include <fcntl.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace supervise {

constexpr int most_workers = 1000;

// How many the file says there are to be, in a service directory by its path from another
// one; nothing where there is no file. EINVAL: there is no such number in it.
base::Result<std::optional<int>> workers_of(const char* service = ".", int from = AT_FDCWD);

// The numbers of all workers that have a directory or, elsewhere, a supervise/; in order.
std::vector<int> all_workers(const char* service);

// "worker/2", from the service directory.
std::string directory_of_worker(int number);

// The number of the worker whose directory has this path, "/service/web/worker/2"; nothing
// where it is no worker's. Pure.
std::optional<int> worker_in(std::string_view path);

// Whether a directory can be that of a worker, by the name somebody has for it: it says so,
// or does not say. Pure.
bool may_be_worker(std::string_view name);

// The number, where the working directory, known by that name, is that of a worker.
std::optional<int> worker_here(std::string_view name);

// Makes the directory of a worker by its path, and `worker` above it, where the service
// directory holds the file `workers`. What is there already is left alone.
base::Result<void> make_worker(std::string_view path);

// What one supervise has to do.
struct Job {
    std::string name;     // the directory, as it was given: "web/worker/2"
    std::string service;  // that of the service, as people know it: "web"
    std::string own;      // from there, where its supervise/ is: "worker/2", else "."
    std::string worker;   // its number, else empty
};
Job job_of(const char* name, std::optional<int> worker);

}  // namespace supervise
