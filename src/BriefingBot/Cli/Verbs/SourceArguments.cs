using System.CommandLine;
using System.Globalization;
using BriefingBot.Configuration;
using BriefingBot.Core.Intake;

namespace BriefingBot.Cli.Verbs;

/// <summary>What <c>sources add</c> takes.</summary>
internal sealed class SourceArguments
{
    private const string Units = "smhd";

    private readonly Argument<string> _location = new("LOCATION") { Description = "A folder or file, or an address with http or https." };
    private readonly Option<string?> _name = new("--name")
    {
        Description = "Its name in commands; derived from the location when omitted.",
    };
    private readonly Option<SourceKind?> _kind = new("--kind")
    {
        Description = "What the address provides, when that cannot be detected: feed, sitemap, page, pagelist or jsonlines.",
    };
    private readonly Option<string?> _collection = new("--collection") { Description = "The collection of its articles." };
    private readonly Option<string?> _outlet = new("--outlet") { Description = "The outlet of articles that name none." };
    private readonly Option<string?> _every = new("--every")
    {
        Description = "From one check to the next: 90s, 15m (the default), 6h, 1d.",
    };
    private readonly Option<string?> _language = new("--language")
    {
        Description = "The language that its hosts are asked for, as in de or pt-BR.",
    };
    private readonly Option<DateOrder?> _dates = new("--dates")
    {
        Description = "What 03/04/2024 means there: dayfirst or monthfirst; otherwise such a date is not read.",
    };
    private readonly Option<bool> _pages = new("--pages")
    {
        Description = "Also read each item's page, where a feed has only its beginning.",
    };
    private readonly Option<bool> _allowPrivate = new("--allow-private")
    {
        Description = "Allow an address in a private network or on this machine.",
    };
    private readonly Option<string?> _credentials = new("--credentials")
    {
        Description = "A file with user:password, or the whole value of an Authorization header.",
    };

    /// <summary>Adds them to the command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_location);
        foreach (
            Option option in new Option[]
            {
                _name,
                _kind,
                _collection,
                _outlet,
                _every,
                _language,
                _dates,
                _pages,
                _allowPrivate,
                _credentials,
            }
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The source that they make.</summary>
    /// <exception cref="UsageException">One of them is wrong.</exception>
    public CoverageSource Read(ParseResult parsed)
    {
        string location = parsed.GetValue(_location)!.Trim();
        bool isAddress = Uri.TryCreate(location, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        if (!isAddress && !File.Exists(location) && !Directory.Exists(location))
        {
            throw new UsageException($"'{location}' is neither a folder or file of this machine nor an address with http or https.");
        }

        string name =
            parsed.GetValue(_name)
            ?? (
                isAddress
                    ? address!.Host.Replace("www.", "", StringComparison.OrdinalIgnoreCase)
                    : Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(location))
            );
        if (parsed.GetValue(_name) is { } given && !SourceName.TryParse(given, out _))
        {
            throw new UsageException(
                $"'{given}' is not a source name: 1 to {SourceName.MaxLength} letters, digits and hyphens, a letter or digit first."
            );
        }

        string? credentials = parsed.GetValue(_credentials);
        if (credentials is not null && !File.Exists(credentials))
        {
            throw new UsageException($"--credentials names '{credentials}', but there is no such file.");
        }

        return new CoverageSource(
            SourceName.From(name),
            isAddress ? parsed.GetValue(_kind) ?? KindOf(address!) : SourceKind.Folder,
            isAddress ? address!.AbsoluteUri : Path.GetFullPath(location)
        )
        {
            Collection = parsed.GetValue(_collection),
            Outlet = parsed.GetValue(_outlet),
            Interval = parsed.GetValue(_every) is { } every ? IntervalOf(every) : CoverageSource.DefaultInterval,
            Language = parsed.GetValue(_language) is { } language ? LanguageOf(language) : null,
            DateOrder = parsed.GetValue(_dates) ?? DateOrder.Unknown,
            ReadsPages = parsed.GetValue(_pages),
            AllowsPrivate = parsed.GetValue(_allowPrivate),
            CredentialsFile = credentials is null ? null : Path.GetFullPath(credentials),
        };
    }

    private static SourceKind KindOf(Uri address)
    {
        string path = address.AbsolutePath.ToLowerInvariant();
        return path.Contains("sitemap", StringComparison.Ordinal) ? SourceKind.Sitemap
            : path.EndsWith(".txt", StringComparison.Ordinal) ? SourceKind.PageList
            : path.EndsWith(".jsonl", StringComparison.Ordinal) || path.EndsWith(".ndjson", StringComparison.Ordinal) ? SourceKind.JsonLines
            : path.EndsWith(".xml", StringComparison.Ordinal)
            || path.EndsWith(".rss", StringComparison.Ordinal)
            || path.EndsWith(".atom", StringComparison.Ordinal)
            || path.EndsWith(".json", StringComparison.Ordinal)
            || path.Split('/').Any(static part => part is "feed" or "feeds" or "rss" or "atom")
                ? SourceKind.Feed
            : SourceKind.Page;
    }

    private static string LanguageOf(string text) =>
        text.Length is > 1 and <= 35 && text.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit == '-')
            ? text
            : throw new UsageException($"--language {text} is not a language; give its tag, as in de or pt-BR.");

    private static TimeSpan IntervalOf(string text)
    {
        if (
            text.Length > 1
            && Units.IndexOf(char.ToLowerInvariant(text[^1]), StringComparison.Ordinal) is var unit and >= 0
            && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        )
        {
            double seconds = count * (double)new[] { 1, 60, 3600, 86400 }[unit];
            if (seconds is >= 30 and <= 30 * 86400)
            {
                return TimeSpan.FromSeconds(seconds);
            }
        }

        throw new UsageException($"--every {text} is not an interval: a whole number and s, m, h or d, from 30s to 30d.");
    }
}
