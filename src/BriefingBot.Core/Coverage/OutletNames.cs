using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Coverage;

/// <summary>
/// The names of outlets: one name for all spellings of each, and the outlet behind an address. The list is
/// <c>Language/English/outlets.txt</c>; a coverage may add its own. Immutable.
/// </summary>
public sealed class OutletNames
{
    private static readonly FrozenSet<string> HostsOfOthers = LanguageData.Set("hosts-of-others");

    private readonly FrozenDictionary<string, string> _bySpelling;

    private OutletNames(FrozenDictionary<string, string> bySpelling)
    {
        _bySpelling = bySpelling;
        MostWords = bySpelling.Keys.Max(name => name.Count(' '.Equals)) + 1;
    }

    /// <summary>The outlets that are known everywhere.</summary>
    public static OutletNames Known { get; } = new(Build([], LanguageData.Map("outlets").Select(pair => (pair.Key, pair.Value))));

    /// <summary>Changes with what a coverage adds; empty for <see cref="Known"/>.</summary>
    public string Signature { get; private init; } = "";

    /// <summary>The most words that a spelling has.</summary>
    public int MostWords { get; }

    /// <summary>These and more; what is added wins.</summary>
    /// <param name="more">Names with their spellings and hosts.</param>
    public OutletNames With(IReadOnlyList<(string Name, IReadOnlyList<string> Spellings)> more)
    {
        string added = string.Join('\n', more.Select(outlet => $"{outlet.Name}={string.Join(',', outlet.Spellings)}"));
        return new OutletNames(Build(_bySpelling, more.Select(outlet => (outlet.Name, outlet.Spellings.ToArray()))))
        {
            Signature = Signature + "\n" + added,
        };
    }

    /// <summary>Is it a spelling of a known outlet, in any case?</summary>
    public bool Contains(string name) => _bySpelling.ContainsKey(name);

    /// <summary>The one name of an outlet; the spelling itself when the outlet is not known.</summary>
    public string Canonical(string spelling) => _bySpelling.TryGetValue(spelling.Trim(), out string? name) ? name : spelling;

    /// <summary>
    /// The outlet behind an absolute address; the bare host when it is not known; null for hosts that show other people's articles.
    /// </summary>
    public string? OfUrl(string url)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
            || address.HostNameType != UriHostNameType.Dns
            || !address.Host.Contains('.', StringComparison.Ordinal)
        )
        {
            return null;
        }

        string host = address.IdnHost.ToLowerInvariant();
        for (
            string rest = host;
            rest.Contains('.', StringComparison.Ordinal);
            rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..]
        )
        {
            if (_bySpelling.TryGetValue(rest, out string? name))
            {
                return name;
            }

            if (HostsOfOthers.Contains(rest))
            {
                return null;
            }
        }

        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static FrozenDictionary<string, string> Build(
        IEnumerable<KeyValuePair<string, string>> known,
        IEnumerable<(string Name, string[] Spellings)> more
    )
    {
        Dictionary<string, string> names = new(known, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, spellings) in more)
        {
            foreach (string spelling in spellings.Append(name))
            {
                names[spelling] = name;
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
