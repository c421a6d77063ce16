using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Intake.Fetching;

namespace BriefingBot.Core.Intake.Folders;

/// <summary>
/// What was fetched from one source, as a folder that the index reads like any other: a file an item, written whole or not at all, and a
/// hidden register of what each item is called. Used by one caller at a time; killed at any point, the next check puts it right.
/// </summary>
internal sealed class SourceFolder
{
    private const string RegisterName = ".items.json";
    private const int LeastUnsaved = 25;
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan ReadAgainFor = TimeSpan.FromDays(30);

    private readonly SourceName _name;
    private readonly string _path;
    private readonly Dictionary<string, FetchedItem> _items;
    private readonly Dictionary<string, FetchedItem> _known = new(StringComparer.Ordinal);

    private readonly TimeProvider _clock;
    private int _unsaved;

    private SourceFolder(SourceName name, string path, TimeProvider clock, IEnumerable<FetchedItem> items)
    {
        _name = name;
        _clock = clock;
        _path = path;
        _items = items.ToDictionary(static item => item.File, StringComparer.Ordinal);
        foreach (var item in _items.Values)
        {
            Remember(item);
        }
    }

    /// <summary>Opens the folder of a source; it is made with its first item.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<SourceFolder> OpenAsync(SourceName name, string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        string register = Path.Combine(path, RegisterName);
        if (!File.Exists(register))
        {
            return new SourceFolder(name, path, clock, []);
        }

        try
        {
            await using var stream = File.OpenRead(register);
            var items = await JsonSerializer.DeserializeAsync(stream, IntakeJsonContext.Default.ListFetchedItem, cancellationToken) ?? [];
            return new SourceFolder(
                name,
                path,
                clock,
                items.Where(item => File.Exists(Path.Combine(path, item.File))).DistinctBy(static item => item.File)
            );
        }
        catch (JsonException)
        {
            // Names follow from guids and addresses: what is fetched again finds its file again.
            return new SourceFolder(name, path, clock, []);
        }
    }

    /// <summary>Was the item fetched before, and does the source say nothing of a change since?</summary>
    public bool IsCurrent(ListedItem item) => Find(item) is { } known && known.Modified == item.Modified;

    /// <summary>
    /// The pages of which it is time to look whether they changed without a word, the newest first: an hour after they were fetched first,
    /// then after twice as long each time, until they are a month old.
    /// </summary>
    /// <param name="areRead">Are the pages read of all that have one? Else it is those of which this is known.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<FetchedItem> ListDue(bool areRead, int most) =>
        [
            .. _items
                .Values.Where(item => item.Page is not null && (areRead || item.Version is not null) && IsDue(item))
                .OrderByDescending(static item => item.First)
                .ThenBy(static item => item.File, StringComparer.Ordinal)
                .Take(most),
        ];

    /// <summary>Was the item fetched before?</summary>
    public bool Knows(ListedItem item) => Find(item) is not null;

    /// <summary>Keeps that an item was looked at and is as it was.</summary>
    public void Touch(FetchedItem known) => Keep(known with { Read = _clock.GetUtcNow() });

    /// <summary>What the source said of an item of which only the page is read again.</summary>
    public async Task<SourceMetadata> ReadListedAsync(FetchedItem known, CancellationToken cancellationToken)
    {
        if (known.Listed is not null)
        {
            return known.Listed;
        }

        // An earlier build did not keep it apart: what it wrote stands.
        await using var stream = File.OpenRead(Path.Combine(_path, known.File));
        var article = await JsonSerializer.DeserializeAsync(stream, IntakeJsonContext.Default.FetchedArticle, cancellationToken);
        return new SourceMetadata
        {
            Title = article?.Title,
            Published = article?.Published,
            Updated = article?.Updated,
            Url = article?.Url,
            Outlet = article?.Outlet,
            Byline = article?.Byline,
            Collection = article?.Collection,
        };
    }

    /// <summary>Writes an item.</summary>
    /// <param name="item">As its source lists it.</param>
    /// <param name="document">What it says.</param>
    /// <param name="source">The source.</param>
    /// <param name="version">The version of its page; null when that was not read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>True when it is new, false when it changed, null when it is as it was.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<bool?> WriteAsync(
        ListedItem item,
        SourceDocument document,
        CoverageSource source,
        PageVersion? version,
        CancellationToken cancellationToken
    )
    {
        var known = Find(item) ?? FindByText(document.Text);
        string file = known?.File ?? Hash(item.ItemId ?? item.Page?.AbsoluteUri ?? document.Text) + ".json";
        var entry = new FetchedItem(file)
        {
            ItemId = item.ItemId ?? known?.ItemId,
            Page = item.Page?.AbsoluteUri ?? known?.Page,
            Modified = item.Modified,
            Text = Hash(document.Text),
            Version = version,
            Listed = item.Page is null ? null : item.Document?.Fields ?? item.Fields,
            Published = document.Fields.Published,
        };
        var now = _clock.GetUtcNow();
        entry = entry with { First = known?.First ?? now, Read = now };
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(
            FetchedArticle.Of($"{_name}/{Path.GetFileNameWithoutExtension(file)}", document, item, source),
            IntakeJsonContext.Default.FetchedArticle
        );
        string path = Path.Combine(_path, file);
        Keep(entry);
        byte[]? before = File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;
        if (before is not null && before.AsSpan().SequenceEqual(content))
        {
            return null;
        }

        bool isNew = before is null;
        await ReplaceAsync(path, content, cancellationToken);
        if (++_unsaved >= Math.Max(LeastUnsaved, _items.Count / 4))
        {
            // A kill costs at most these: what the register does not know is fetched again.
            await SaveAsync(cancellationToken);
        }

        return isNew;
    }

    /// <summary>Takes an item out whose source says that it is gone for good.</summary>
    /// <returns>False when it was not there.</returns>
    public bool Remove(ListedItem item) => Find(item) is { } known && Remove(known);

    /// <summary>Takes out an item of the register.</summary>
    /// <returns>False when it was not there.</returns>
    public bool Remove(FetchedItem known)
    {
        File.Delete(Path.Combine(_path, known.File));
        return _items.Remove(known.File);
    }

    /// <summary>Writes the register.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public Task SaveAsync(CancellationToken cancellationToken)
    {
        _unsaved = 0;
        return _items.Count == 0 && !Directory.Exists(_path)
            ? Task.CompletedTask
            : ReplaceAsync(
                Path.Combine(_path, RegisterName),
                JsonSerializer.SerializeToUtf8Bytes(
                    [.. _items.Values.OrderBy(static item => item.File, StringComparer.Ordinal)],
                    IntakeJsonContext.Default.ListFetchedItem
                ),
                cancellationToken
            );
    }

    private bool IsDue(FetchedItem known)
    {
        var now = _clock.GetUtcNow();
        if (now - known.First >= ReadAgainFor || (PublishedOf(known) is { } published && now - published >= ReadAgainFor))
        {
            return false;
        }

        var apart = known.Read - known.First;
        return now - known.Read >= (apart > ReadAgainAfter ? apart : ReadAgainAfter);
    }

    // What cannot be read is taken for new: it ends with the day on which it was fetched.
    private static DateTimeOffset? PublishedOf(FetchedItem item) =>
        DateTimeOffset.TryParse(item.Published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var published)
            ? published
            : null;

    private void Keep(FetchedItem item)
    {
        _items[item.File] = item;
        Remember(item);
    }

    // By its name, then by its page, then by its text: feeds change the first, sites the second.
    private FetchedItem? Find(ListedItem item) =>
        (item.ItemId is { } id && _known.TryGetValue("g" + id, out var named)) ? named
        : item.Page is { } page && _known.TryGetValue("p" + page.AbsoluteUri, out var placed) ? placed
        : null;

    private FetchedItem? FindByText(string text) =>
        text.Length >= LongEnough && _known.TryGetValue("t" + Hash(text), out var same) ? same : null;

    /// <summary>Shorter texts may be two items' alike.</summary>
    private const int LongEnough = 120;

    private void Remember(FetchedItem item)
    {
        if (item.ItemId is not null)
        {
            _known["g" + item.ItemId] = item;
        }

        if (item.Page is not null)
        {
            _known["p" + item.Page] = item;
        }

        _known["t" + item.Text] = item;
    }

    private static async Task ReplaceAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string half = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.new");
        await File.WriteAllBytesAsync(half, content, cancellationToken);
        File.Move(half, path, overwrite: true);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10));
}
