// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/pacers.h"

namespace linterna {

namespace {

Pacer::Limits limitsOf(const Connection &connection)
{
    return {.requestsPerSecond = connection.requestsPerSecond,
            .day = {.requestsPerDay = connection.requestsPerDay,
                    .keptForPerson = connection.requestsKeptForPerson,
                    .timeZone = connection.quotaTimeZone}};
}

} // namespace

Pacer &Pacers::of(const Connection &connection)
{
    std::unique_ptr<Pacer> &pacer = m_pacers[connection.name];
    if (!pacer)
        pacer = std::make_unique<Pacer>(limitsOf(connection), m_clock, m_ledger, connection.name);
    return *pacer;
}

Pacer &Pacers::use(const Connection &connection)
{
    Pacer &pacer = of(connection);
    pacer.setLimits(limitsOf(connection));
    return pacer;
}

} // namespace linterna
