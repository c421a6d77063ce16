using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>
/// The button "More" under an alert, as the platform carries it: <c>alert:1200:1260:10:3f1c09ab</c>. It leads to the same articles however
/// many come later, and however much more is followed.
/// </summary>
/// <param name="Window">The arrivals that the alert is about.</param>
/// <param name="From">How many entries were shown.</param>
/// <param name="Mark">What was followed then, see <see cref="MarkOf"/>: where that has changed, the entries are others.</param>
public sealed record AlertAction(ArrivalWindow Window, int From, string Mark)
{
    private const int MaxFrom = 10_000;
    private const int MarkLength = 8;

    // Stands in messages that were posted: never change it.
    private const string Word = "alert";

    /// <summary>Reads what <see cref="ToString"/> writes; false for a button of something else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out AlertAction? action)
    {
        action =
            text?.Split(':') is [Word, var after, var upTo, var from, { Length: MarkLength } mark]
            && Read(after) is { } first
            && Read(upTo) is { } last
            && Read(from) is { } shown and <= MaxFrom
                ? new AlertAction(new ArrivalWindow(first, last), (int)shown, mark)
                : null;
        return action is not null;
    }

    /// <summary>Stands for what of these can match an arrival of the window.</summary>
    public static string MarkOf(IEnumerable<Interest> interests, ArrivalWindow window)
    {
        var names = interests.Where(interest => interest.After < window.UpTo).Select(static interest => interest.ToString());
        byte[] all = Encoding.UTF8.GetBytes(string.Join('\n', names.Order(StringComparer.Ordinal)));
        return Convert.ToHexStringLower(SHA256.HashData(all))[..MarkLength];
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Word}:{Window.After}:{Window.UpTo}:{From}:{Mark}");

    private static long? Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
