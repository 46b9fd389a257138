// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/deletionrules.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using About = DeletionRules::Doubt::About;

namespace {

constexpr qint64 toleratedMs = std::chrono::milliseconds(DeletionRules::tolerance).count();

bool isPast(const QDateTime &moment, const QDateTime &now)
{
    return now.msecsTo(moment) <= toleratedMs;
}

bool isNear(const QDateTime &moment, const QDateTime &now)
{
    return qAbs(now.msecsTo(moment)) <= toleratedMs;
}

//! The reason to doubt the clock itself; the order of checks and the person's choice are not looked at.
std::optional<DeletionRules::Doubt> clockDoubt(const DeletionRules::Witnesses &known)
{
    if (known.server && !isNear(*known.server, known.now))
        return DeletionRules::Doubt{About::Server, *known.server};
    if (known.built.isValid() && !isPast(known.built, known.now))
        return DeletionRules::Doubt{About::Built, known.built};
    if (known.lastStart && !isNear(*known.lastStart, known.now))
        return DeletionRules::Doubt{About::LastStart, *known.lastStart};
    // Where checks are rare, the newest one is old: it is a measure of the time only where no earlier start is known.
    if (known.newestCheck
        && !(known.lastStart ? isPast(*known.newestCheck, known.now) : isNear(*known.newestCheck, known.now)))
        return DeletionRules::Doubt{About::NewestCheck, *known.newestCheck};
    return {};
}

} // namespace

std::optional<Error> DeletionRules::refusal(const QString &file, RecordRole role)
{
    if (file.isEmpty() || role == RecordRole::Owner)
        return {};
    return Error{.code = ErrorCode::Storage,
                 .detail = u"%1: only the window that holds this folder may delete for good"_s.arg(file)};
}

std::optional<DeletionRules::Doubt> DeletionRules::doubt(const Witnesses &witnesses)
{
    if (auto doubt = clockDoubt(witnesses))
        return doubt;
    if (witnesses.outOfOrder)
        return Doubt{About::Order};
    if (witnesses.choiceDisagrees)
        return Doubt{About::Choice};
    return {};
}

bool DeletionRules::clockAgrees(const Witnesses &witnesses)
{
    return !clockDoubt(witnesses);
}

QDateTime DeletionRules::buildDate()
{
    return QDateTime(QDate::fromString(QStringLiteral(LINTERNA_BUILT), Qt::ISODate), QTime(0, 0), Qt::UTC);
}

} // namespace linterna
