// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/process.h"

#include <initializer_list>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace linterna {

void startSafely()
{
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(number, F_GETFD) < 0)
            (void)::open("/dev/null", O_RDWR); // which takes the lowest number that is free
    }
    const rlimit none{0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
}

} // namespace linterna
