using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Knows the lines that belong to the page and not to the article: share bars, comment forms, newsletter and cookie notices, links to other
/// stories. Conservative: a line is furniture as a whole or not at all, and running text never is.
/// </summary>
internal static partial class PageFurniture
{
    // A notice is short; what is longer is running text that happens to begin like one.
    private const int LongestNotice = 320;
    private const int LongestLink = 160;

    private static readonly FrozenSet<string> Lines = FrozenSet.ToFrozenSet(
        [
            "send to", "share", "share this", "share this article", "share this story", "share article", "share via", "share on facebook", "share on twitter", "share on x",
            "share on linkedin", "share on whatsapp", "tweet", "print this page", "print article", "email this", "email this article",
            "copy link", "link copied", "copy url", "gift article",
            "advertisement", "advertisements", "sponsored content", "story continues below", "story continues below advertisement",
            "article continues below", "article continues below advertisement", "skip advertisement", "scroll to continue", "continue reading below", "skip to content",
            "skip to main content", "leave a reply", "leave a comment", "post a comment", "add a comment", "cancel reply", "post comment", "submit comment",
            "no comments", "no comments yet", "view comments", "show comments", "join the conversation", "write a comment", "listen to article", "listen to this article",
            "follow us", "follow us on", "like us on facebook", "read more", "read more here", "read next", "read more on", "more stories", "related articles", "related stories",
            "related content", "related topics", "related news", "you may also like", "you might also like", "recommended for you", "recommended stories", "most read",
            "trending now", "up next", "editors' picks", "editors’ picks", "subscribe now", "subscribe today", "sign up now",
            "back to top", "please wait", "hide caption", "toggle caption", "enlarge this image", "view gallery",
            "view all photos", "play video", "video player", "replay more videos", "more videos", "next article", "previous article",
            "font size", "text size", "a a a", "view original", "accept all", "accept cookies", "manage cookies", "reject all", "click to expand", "show more", "see more",
            "must watch", "just watched",
        ],
        StringComparer.OrdinalIgnoreCase);

    // Also words of any story or list: "Twitter" may be a subheading. They count only beside other furniture.
    private static readonly FrozenSet<string> WeakLines = FrozenSet.ToFrozenSet(
        [
            "print", "email", "e-mail", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "instagram", "flipboard", "youtube", "save", "bookmark",
            "advertising", "sponsored", "promoted", "comments", "comment", "listen", "related", "more news", "recommended", "most popular", "trending", "more from", "subscribe", "sign in",
            "sign up", "log in", "login", "register", "menu", "search", "top", "home", "loading", "replay", "next", "previous", "close", "newsletter", "newsletters", "accept", "photos",
            "tags", "filed under", "more", "video", "watch", "name", "website", "messenger", "copy",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Lines.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WeakBySpan = WeakLines.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Is the whole line furniture when it stands beside other furniture?</summary>
    public static bool IsWeakFurniture(string line) => line.Length <= 20 && WeakBySpan.Contains(Bare(line));

    /// <summary>Is the whole line furniture?</summary>
    public static bool IsFurniture(string line)
    {
        var bare = Bare(line);
        return (bare.Length > 0 && BySpan.Contains(bare))
            || (bare.Length == 0 && line.Length <= 40)
            || IsShareBar(line)
            || (line.Length <= LongestNotice && Notice().IsMatch(line))
            || (line.Length <= LongestLink && Link().IsMatch(line) && !RunsOn(line));
    }

    private static ReadOnlySpan<char> Bare(string line) => line.AsSpan().Trim(" :;|•·*-–—_»›>«<[]()…▼▲→.+×✕");

    // "Facebook Twitter Email Print": nothing but names of buttons.
    private static bool IsShareBar(string line)
    {
        if (line.Length > 120)
        {
            return false;
        }

        int names = 0;
        foreach (var range in line.AsSpan().SplitAny(" |•·,/"))
        {
            var word = line.AsSpan()[range];
            if (!word.IsEmpty)
            {
                if (!ShareBarWord().IsMatch(word))
                {
                    return false;
                }

                names++;
            }
        }

        return names >= 2;
    }

    private static bool RunsOn(string line) => line[^1] == '.' && line.Contains(". ", StringComparison.Ordinal);

    [GeneratedRegex("^(share|tweet|facebook|twitter|x|email|e-mail|mail|print|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|copy|link|pocket|line|kakaotalk|save)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShareBarWord();

    [GeneratedRegex(
        @"^[\W\d]*(?:"
        + @"your email address will not be published|required fields are marked|save my name,? e-?mail"
        + @"|notify me of (?:follow-?up comments|new (?:comments|posts))|you must be logged in to (?:post|leave)|log in to (?:comment|leave a)"
        + @"|(?:please )?(?:sign up|subscribe|register)\b.{0,80}\bnewsletters?\b|get (?:our|the) (?:latest|best|top|daily|morning)\b.{0,80}\b(?:inbox|newsletter|alerts?)\b"
        + @"|would you like to receive .{0,60}newsletter|the \w+ newsletter provides you with"
        + @"|click here\b|tap here\b|swipe (?:left|right) (?:to|for)|download (?:our|the) .{0,40}\bapp\b"
        + @"|(?:we|this (?:web)?site|our (?:web)?site) uses? cookies|by (?:continuing to (?:use|browse)|using this (?:web)?site)|if you wish to object to the use of your data"
        + @"|(?:©|\(c\)|copyright\b)\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b|copyright ©|all rights reserved\b|this material may not be published, broadcast"
        + @"|(?:please )?(?:enable|turn on) javascript|javascript is (?:disabled|required)|your browser does not support"
        + @"|(?:please )?follow (?:us|me|him|her|@?[\w.]+(?: [\w.]+){0,3}) on (?:twitter|facebook|instagram|x\b|linkedin|tiktok|social media)|like us on facebook"
        + @"|how relevant is this ad|did you (?:experience|encounter) any (?:technical )?issues"
        + @"|(?:comments?|shares?|min(?:ute)?s? read)$|tags?:\s|filed under:\s|just watched\b.{0,200}\breplay\b|have something to say\?|our standards: the thomson reuters"
        + @"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|\(?END\)?$"
        + @")",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000)]
    private static partial Regex Notice();

    [GeneratedRegex(
        @"^\W*(?:read (?:more|also|next|the full story)|also read|see also|more on this|more|related(?: (?:stories|articles|news|coverage))?|recommended|watch(?: (?:more|now|also|live))?|don['’]t miss|must read|you may also like|read the original)\s?(?::|»|›|>|\|)\s?\S"
        + @"|^(?:READ|SEE|WATCH) (?:MORE|ALSO)\b"
        + @"|^\W*(?:continue reading|read more|see more|learn more) ?(?:\.\.\.|…|»|›|>|→)+\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000)]
    private static partial Regex Link();
}
