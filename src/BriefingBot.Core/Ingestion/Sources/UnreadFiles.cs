namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Counts the files that no format reads, by extension, and names the first of each.</summary>
internal sealed class UnreadFiles
{
    private const int Named = 3;

    private readonly SortedDictionary<string, List<string>> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>One more.</summary>
    public void Add(string source)
    {
        string extension = Path.GetExtension(source);
        if (!_byExtension.TryGetValue(extension, out var names))
        {
            _byExtension[extension] = names = [];
        }

        _counts[extension] = _counts.GetValueOrDefault(extension) + 1;
        if (names.Count < Named)
        {
            names.Add(source);
        }
    }

    /// <summary>One line an extension.</summary>
    public void Report(IngestionFailures failures)
    {
        foreach (var (extension, names) in _byExtension)
        {
            int count = _counts[extension];
            string kind = extension.Length == 0 ? "without an extension" : $"with {extension}";
            string others = count > 1 ? $" ({count} files {kind}: {string.Join(", ", names)}{(count > names.Count ? ", …" : "")})" : "";
            failures.Skip(
                names[0],
                $"{(extension.Length == 0 ? "a file without an extension" : extension)} is not a format that is read{others}."
            );
        }
    }
}
