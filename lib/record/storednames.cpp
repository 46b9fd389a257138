// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/storednames.h"

#include "lib/base/enumnames.h"

namespace linterna {

namespace {

constexpr auto askedByNames = enumNames<AskedBy>({
    {AskedBy::Person, "person"},
    {AskedBy::Batch, "batch"},
    {AskedBy::Watch, "watch"},
});

constexpr auto changeNames = enumNames<Change>({
    {Change::None, "none"},
    {Change::First, "first"},
    {Change::Unchanged, "unchanged"},
    {Change::Formatting, "formatting"},
    {Change::Wording, "wording"},
    {Change::Timeline, "timeline"},
    {Change::Date, "date"},
    {Change::Status, "status"},
});

constexpr auto checkDamageNames = enumNames<CheckDamage>({
    {CheckDamage::OlderFile, "older file"},
    {CheckDamage::CaseUnknown, "case unknown"},
    {CheckDamage::EventMissing, "event missing"},
    {CheckDamage::ContentGone, "content gone"},
    {CheckDamage::NotOpened, "not opened"},
    {CheckDamage::LeafDiffers, "leaf differs"},
    {CheckDamage::RowDiffers, "row differs"},
    {CheckDamage::PartDiffers, "part differs"},
});

} // namespace

QString askedByName(AskedBy askedBy)
{
    return askedByNames.name(askedBy);
}

AskedBy askedByFromName(const QString &name)
{
    return askedByNames.value(name).value_or(AskedBy::Person);
}

QString changeName(Change change)
{
    return changeNames.name(change);
}

QString checkDamageName(CheckDamage damage)
{
    return checkDamageNames.name(damage);
}

Change changeFromName(const QString &name)
{
    return changeNames.value(name).value_or(Change::None);
}

} // namespace linterna
