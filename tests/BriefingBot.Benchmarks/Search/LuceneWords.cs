using BriefingBot.Core.Text;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace BriefingBot.Benchmarks.Search;

/// <summary>Lucene.Net's BM25 over the same stems, any of them, in files mapped into memory.</summary>
internal sealed class LuceneWords : ISearchPeer
{
    private readonly MMapDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    private LuceneWords(MMapDirectory directory)
    {
        _directory = directory;
        _reader = DirectoryReader.Open(directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity(1.2f, 0.75f) };
    }

    /// <inheritdoc/>
    public string Name => "Lucene.Net BM25";

    /// <inheritdoc/>
    public bool IsByWords => true;

    /// <summary>Fills an index of one segment.</summary>
    public static async Task<LuceneWords> MakeAsync(string folder, string store, CancellationToken cancellationToken)
    {
        MMapDirectory directory = new(Path.Combine(folder, "lucene"));
        IndexWriterConfig config = new(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
        {
            Similarity = new BM25Similarity(1.2f, 0.75f),
            RAMBufferSizeMB = 256,
        };
        using (IndexWriter writer = new(directory, config))
        {
            await foreach (var passage in PassageTexts.ReadAsync(store, cancellationToken))
            {
                var stems = WordTokenizer.Tokenize(passage.Title + "\n" + passage.Text).Select(token => token.Stem);
                writer.AddDocument([new TextField("words", string.Join(' ', stems), Field.Store.NO)]);
            }

            writer.ForceMerge(1);
        }

        return new LuceneWords(directory);
    }

    /// <inheritdoc/>
    public Task SearchAsync(AskedSearch question, int top, CancellationToken cancellationToken)
    {
        BooleanQuery query = [];
        foreach (string stem in question.Stems.Distinct(StringComparer.Ordinal))
        {
            query.Add(new TermQuery(new Term("words", stem)), Occur.SHOULD);
        }

        _ = _searcher.Search(query, top).ScoreDocs;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }
}
