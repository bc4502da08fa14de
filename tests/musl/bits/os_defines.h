#pragma once

// What g++'s library has to know of the system, where that is musl.

#include <locale.h>
#include <pthread.h>

#define __NO_CTYPE 1

typedef locale_t __locale_t;

// It takes glibc's extensions for granted; nobody here calls them.
extern "C" int pthread_cond_clockwait(pthread_cond_t*, pthread_mutex_t*, clockid_t,
                                      const struct timespec*);
extern "C" int pthread_mutex_clocklock(pthread_mutex_t*, clockid_t, const struct timespec*);
