using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
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
                count += file.Format == SourceFormat.JsonLines ? await JsonLineReader.CountAsync(file, cancellationToken) : 1;
            }
            catch (Exception exception) when (IsUnreadable(exception))
            {
                // Reading it will report it.
                count++;
            }
        }

        return count;
    }

    /// <summary>The records in order; null for each that was reported instead.</summary>
    public async IAsyncEnumerable<SourceRecord?> ReadAsync(
        IReadOnlyList<CoverageFile> files,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
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
            else if (file.HoldsMany)
            {
                foreach (var record in await ReadManyAsync(file, cancellationToken))
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

    private static bool IsUnreadable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or InvalidDataException or SourceException;

    private async Task<SourceRecord?> ReadFileAsync(CoverageFile file, CancellationToken cancellationToken)
    {
        try
        {
            byte[] content = await RegularFile.ReadAllAsync(file, file.Reader?.MaxBytes ?? DecodedText.MaxBytes, cancellationToken);
            string hash = Convert.ToHexStringLower(SHA256.HashData([.. content, 0, .. Encoding.UTF8.GetBytes(file.Manifest.Outlet ?? "")]));
            return Accept(file, file.Source, file.Name, hash, content, null);
        }
        catch (SourceException exception)
        {
            return Reject(file.Source, exception.Message);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            failures.AddUnopened(file.Source, $"cannot be read: {exception.Message} What is stored from it is kept.", file.Name);
            return null;
        }
    }

    private async Task<List<SourceRecord?>> ReadManyAsync(CoverageFile file, CancellationToken cancellationToken)
    {
        List<SourceRecord?> records = [];
        try
        {
            byte[] content = await RegularFile.ReadAllAsync(file, file.Reader?.MaxBytes ?? DecodedText.MaxJsonBytes, cancellationToken);
            if (file.Reader is { } reader)
            {
                int place = 0;
                foreach (var document in reader.Read(content, cancellationToken))
                {
                    string source = $"{file.Source}#{++place}";
                    byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\u0001', document.Fields, document.Text));
                    records.Add(
                        Accept(file, source, document.Id ?? source, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes, document)
                    );
                }
            }
            else
            {
                byte[] utf8 =
                    content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content[3..]
                    : content[0] is 0xFE or 0xFF ? Encoding.UTF8.GetBytes(DecodedText.Decode(content).Text)
                    : content;
                int place = 0;
                foreach (byte[] article in JsonRecord.Split(utf8))
                {
                    records.Add(Line(file, ++place, article));
                }
            }
        }
        catch (SourceException exception)
        {
            records.Add(Reject(file.Source, exception.Message));
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            failures.AddUnopened(file.Source, $"cannot be read: {exception.Message} Articles stored from it are kept.", id: null);
        }

        return records;
    }

    private async IAsyncEnumerable<SourceRecord?> ReadLinesAsync(
        CoverageFile file,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var lines = JsonLineReader.ReadAsync(file, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await lines.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (SourceException exception)
            {
                Reject(file.Source, exception.Message);
                yield break;
            }
            catch (Exception exception) when (IsUnreadable(exception))
            {
                failures.AddUnopened(file.Source, $"cannot be read: {exception.Message} Articles stored from it are kept.", id: null);
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
            return Reject(source, $"huge: the line is longer than {DecodedText.MaxBytes / 1048576} MB. Split the article.");
        }

        try
        {
            var (name, hash) = JsonRecord.Peek(content);
            return Accept(file, source, name ?? source, hash + file.Manifest.Outlet, content, null);
        }
        catch (SourceException exception)
        {
            return Reject(source, exception.Message);
        }
    }

    private SourceRecord? Accept(
        CoverageFile file,
        string source,
        string name,
        string contentHash,
        byte[] content,
        SourceDocument? document
    )
    {
        if (!ArticleId.TryParse(name, out var id))
        {
            return Reject(
                source,
                $"the name is not an article id: 1 to {ArticleId.MaxLength} characters without control characters or blanks at the ends."
            );
        }

        if (_sourceById.TryGetValue(id, out string? first))
        {
            failures.Add(source, $"duplicate id '{id}': {first} already has it. Give it another id or file name.");
            return null;
        }

        if (_sourceByContent.TryGetValue(contentHash, out first))
        {
            failures.Add(source, $"duplicate: the same content as {first}. Remove one of them.");
            return null;
        }

        _sourceById.Add(id, source);
        _sourceByContent.Add(contentHash, source);
        return new SourceRecord(id, source, file, content, _fingerprint.Of(file, content)) { Document = document };
    }

    private SourceRecord? Reject(string source, string reason)
    {
        failures.AddBroken(source, reason);
        return null;
    }
}
