// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/htmltree.h"

#include "lib/text/characters.h"

#include <gumbo.h>

#include <csetjmp>
#include <cstddef>
#include <vector>

namespace linterna {

//! All memory of one parse. Gumbo frees its tree by recursion, so that a deep tree overflows the stack, and takes time
//! and memory that grow with the square of hostile markup. So its memory comes from here, is counted, and is freed in
//! one piece.
class HtmlTree::Arena
{
public:
    //! The parsed tree; null when a limit was met.
    const GumboNode *parse(const GumboOptions &options, const QByteArray &source)
    {
        if (setjmp(m_giveUp) != 0)
            return nullptr;
        return gumbo_parse_with_options(&options, source.constData(), static_cast<std::size_t>(source.size()))->root;
    }

    static void *take(void *self, std::size_t size) { return static_cast<Arena *>(self)->piece(size); }
    static void leave(void *, void *) {}

private:
    void *piece(std::size_t size)
    {
        // An attribute is recognised by its size. They are counted because each attribute of a tag is compared with all
        // before it, and costs no memory when it is one of them.
        m_attributes += size == sizeof(GumboAttribute);
        m_bytes += size;
        // Only gumbo's own C frames lie between here and parse(): nothing is left undone by the jump.
        if (++m_pieces > mostPieces || m_bytes > mostBytes || m_attributes > mostAttributes)
            std::longjmp(m_giveUp, 1);

        constexpr std::size_t align = alignof(std::max_align_t);
        size = (size + align - 1) / align * align;
        if (size > blockSize / 4) {
            m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
            return m_blocks.back().get();
        }
        if (size > m_left) {
            m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(blockSize));
            m_free = m_blocks.back().get();
            m_left = blockSize;
        }
        void *taken = m_free;
        m_free += size;
        m_left -= size;
        return taken;
    }

    static constexpr int mostPieces = 60'000;
    static constexpr int mostAttributes = 1'000;
    static constexpr std::size_t mostBytes = std::size_t{32} * 1024 * 1024;
    static constexpr std::size_t blockSize = std::size_t{8} * 1024;

    std::jmp_buf m_giveUp;
    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::byte *m_free = nullptr;
    std::size_t m_left = 0;
    std::size_t m_bytes = 0;
    int m_pieces = 0;
    int m_attributes = 0;
};

HtmlTree::HtmlTree(const QString &html)
{
    if (html.size() > MaxLength)
        return;
    m_source = wellFormed(html).toUtf8();
    m_arena = std::make_unique<Arena>();
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = Arena::take;
    options.deallocator = Arena::leave;
    options.userdata = m_arena.get();
    options.max_errors = 0;
    options.fragment_context = GUMBO_TAG_BODY;
    m_root = m_arena->parse(options, m_source);
}

HtmlTree::~HtmlTree() = default;

} // namespace linterna
