using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Search.Feeding;

/// <summary>
/// What a database gives to the search, which knows none: all passages when it loads, what changed since a state when it follows, and
/// single rows when they are not in memory. One caller at a time; a feed belongs to one connection.
/// </summary>
internal interface IPassageFeed
{
    /// <summary>
    /// May a commit have come that this feed was not told of when it was asked last? Cheap, and true the first time.
    /// </summary>
    bool MayHaveChanged();

    /// <summary>How many changes the feed was told of; a state that is read afterwards has them all.</summary>
    long CountChanges();

    /// <summary>
    /// So many changes are in memory now. Until then every search hears of them: one that begins beside the first that follows them must
    /// not find what was there before.
    /// </summary>
    void FollowChanges(long changes);

    /// <summary>All reads until the end see one state of the store.</summary>
    IDisposable BeginRead();

    /// <summary>Reads on a connection of its own, so that it may be called while another thread reads on this one.</summary>
    /// <param name="state">The state that is to be read.</param>
    /// <param name="read">Gets the other feed.</param>
    /// <returns>False, and nothing is read, when the other connection sees another state.</returns>
    bool ReadBeside(FeedState state, Action<IPassageFeed> read);

    /// <summary>The counters of the store.</summary>
    FeedState ReadState();

    /// <summary>The number of the active vectors when they are the configured encoder's; else null.</summary>
    long? FindVectorSet();

    /// <summary>The articles that changed after a state, withdrawn ones too; all of them after -1.</summary>
    IReadOnlyList<FedArticle> ReadArticles(long changedSince);

    /// <summary>The numbers of the current articles by a source.</summary>
    IReadOnlySet<long> FindArticlesBy(CoverageSource source);

    /// <summary>How many passages are current.</summary>
    int CountPassages();

    /// <summary>All current passages by their keys.</summary>
    void ReadPassages(PassageVisitor visit);

    /// <summary>The current passages of an article by their keys.</summary>
    void ReadPassages(long article, PassageVisitor visit);

    /// <summary>The terms of current passages that are in no block yet, by their keys, as <see cref="PassageTerms"/> writes them.</summary>
    void ReadTerms(TermsVisitor visit);

    /// <summary>The terms of passages from one key to another, by their keys; those that are in a block already are left out.</summary>
    void ReadTerms(long from, long to, TermsVisitor visit);

    /// <summary>The numbers of the terms of stems; those that stand in no passage are left out.</summary>
    IReadOnlyDictionary<string, int> FindTerms(IReadOnlyCollection<string> stems);

    /// <summary>
    /// Where a term stands in the first so many blocks, as <see cref="TermBlock"/> writes it, in the order of the blocks.
    /// </summary>
    void ReadBlocks(int term, long blocks, BlockVisitor visit);

    /// <summary>The periods that current passages name, by their keys.</summary>
    void ReadPeriods(PeriodVisitor visit);

    /// <summary>The periods that passages from one key to another name.</summary>
    void ReadPeriods(long from, long to, PeriodVisitor visit);

    /// <summary>At most so many vectors of a set by the keys of their passages.</summary>
    void ReadVectors(long set, int most, VectorVisitor visit);

    /// <summary>The vectors of a set from one key to another.</summary>
    void ReadVectors(long set, long from, long to, VectorVisitor visit);

    /// <summary>The vector of one passage; false when there is none.</summary>
    bool ReadVector(long set, long key, VectorVisitor visit);
}
