namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Reads a format that takes a library: pages, mail, office documents, feeds. Stateless and safe for concurrent use.</summary>
public interface IDocumentFormat
{
    /// <summary>The extensions it reads, with the dot, in small letters.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>The largest file that it takes, in bytes.</summary>
    int MaxBytes { get; }

    /// <summary>Does a file hold any number of articles, each with a name of its own?</summary>
    bool HoldsMany { get; }

    /// <summary>Reads a file; bounded in time, depth and memory whatever it holds.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="cancellationToken">Ends the work, also when a file takes too long.</param>
    /// <exception cref="SourceException">It holds no article; the message says why.</exception>
    IReadOnlyList<SourceDocument> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
