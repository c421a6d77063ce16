using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Reads the records of the listed files one after the other and sorts out what cannot be read and what is there twice.</summary>
internal sealed class CoverageReader(EncoderIdentity encoder, IngestionFailures failures)
{
    private readonly Fingerprint _fingerprint = new(encoder);
    private readonly Dictionary<ArticleId, string> _sourceById = [];
    private readonly Dictionary<string, string> _sourceByContent = new(StringComparer.Ordinal);

    /// <summary>How many records the files hold, about: blank lines of JSONL files count too.</summary>
    public static async Task<int> CountAsync(IReadOnlyList<CoverageFile> files, CancellationToken cancellationToken)
    {
        int count = 0;
        foreach (var file in files)
        {
            try
            {
                count += file.Format == SourceFormat.JsonLines ? await JsonLineReader.CountAsync(file.FullPath, cancellationToken) : 1;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Reading it will report it.
                count++;
            }
        }

        return count;
    }

    /// <summary>The records in order; null for each that was reported instead.</summary>
    public async IAsyncEnumerable<SourceRecord?> ReadAsync(IReadOnlyList<CoverageFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (file.Format == SourceFormat.JsonLines)
            {
                await foreach (var record in ReadLinesAsync(file, cancellationToken))
                {
                    yield return record;
                }
            }
            else
            {
                yield return await ReadFileAsync(file, cancellationToken);
            }
        }
    }

    private async Task<SourceRecord?> ReadFileAsync(CoverageFile file, CancellationToken cancellationToken)
    {
        try
        {
            long length = new FileInfo(file.FullPath).Length;
            if (length > SourceText.MaxBytes)
            {
                failures.Add(file.Source, $"huge: {length / 1048576.0:F1} MB, at most {SourceText.MaxBytes / 1048576} MB are read. Split it into articles.");
                return null;
            }

            byte[] content = await File.ReadAllBytesAsync(file.FullPath, cancellationToken);
            string hash = Convert.ToHexStringLower(SHA256.HashData([.. content, 0, .. Encoding.UTF8.GetBytes(file.Manifest.Outlet ?? "")]));
            return content.Length == 0 ? Reject(file.Source, "empty: there is no text in it.") : Accept(file, file.Source, file.Name, hash, content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            failures.AddUnopened(file.Source, $"cannot be read: {error.Message} What is stored of it is kept.", file.Name);
            return null;
        }
    }

    private async IAsyncEnumerable<SourceRecord?> ReadLinesAsync(CoverageFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lines = JsonLineReader.ReadAsync(file.FullPath, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await lines.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failures.AddUnopened(file.Source, $"cannot be read: {error.Message} Articles stored from it are kept.", id: null);
                yield break;
            }

            yield return Line(file, lines.Current.Number, lines.Current.Content);
        }
    }

    private SourceRecord? Line(CoverageFile file, int number, byte[]? content)
    {
        string source = $"{file.Source}#{number}";
        if (content is null)
        {
            return Reject(source, $"huge: the line is longer than {SourceText.MaxBytes / 1048576} MB. Split the article.");
        }

        try
        {
            var (name, hash) = JsonRecord.Peek(content);
            return Accept(file, source, name ?? source, hash + file.Manifest.Outlet, content);
        }
        catch (SourceException error)
        {
            return Reject(source, error.Message);
        }
    }

    private SourceRecord? Accept(CoverageFile file, string source, string name, string contentHash, byte[] content)
    {
        if (!ArticleId.TryParse(name, out var id))
        {
            return Reject(source, $"the name is no article id: 1 to {ArticleId.MaxLength} characters without control characters or blanks at the ends.");
        }

        if (_sourceById.TryGetValue(id, out string? first))
        {
            return Reject(source, $"duplicate id '{id}': {first} has it already. Give it another id or file name.");
        }

        if (_sourceByContent.TryGetValue(contentHash, out first))
        {
            return Reject(source, $"duplicate: the same content as {first}. Remove one of them.");
        }

        _sourceById.Add(id, source);
        _sourceByContent.Add(contentHash, source);
        return new SourceRecord(id, source, file, content, _fingerprint.Of(file, content));
    }

    private SourceRecord? Reject(string source, string reason)
    {
        failures.Add(source, reason);
        return null;
    }
}
