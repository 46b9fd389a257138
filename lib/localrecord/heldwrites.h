// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace linterna {

class WriteTurn;

//! Writes that wait until another program lets go of the record's file, in the order in which they were asked for. Used
//! on the record's thread alone.
using HeldWrites = std::vector<const WriteTurn *>;

//! The place of one write in HeldWrites. Used on the record's thread alone.
class WriteTurn
{
public:
    //! `tell` is called with 1 when the write begins to wait, and with -1 when it no longer waits, whatever came of it.
    WriteTurn(std::shared_ptr<HeldWrites> held, std::function<void(int more)> tell)
        : m_held(std::move(held)), m_tell(std::move(tell))
    {}
    ~WriteTurn() { leave(); }
    Q_DISABLE_COPY_MOVE(WriteTurn)

    //! Whether the write may be tried. Where others wait before it, it joins the end of the queue.
    [[nodiscard]] bool isNext()
    {
        if (m_held->empty() || m_held->front() == this)
            return true;
        wait();
        QThread::msleep(10); // this is asked again and again meanwhile
        return false;
    }
    //! Joins the queue, after the write was tried and another program held the file.
    void wait()
    {
        if (std::ranges::find(*m_held, this) != m_held->end())
            return;
        m_held->push_back(this);
        m_tell(1);
    }
    void leave()
    {
        if (std::erase(*m_held, this) > 0)
            m_tell(-1);
    }

private:
    std::shared_ptr<HeldWrites> m_held;
    std::function<void(int)> m_tell;
};

} // namespace linterna
