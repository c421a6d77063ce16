using System.Data.Common;
using BriefingBot.Core.Subscriptions;

namespace BriefingBot.Storage.Sql.Subscriptions;

/// <summary>A place as the tables have it: platform, space, channel, person; '' for what it has not.</summary>
internal static class PlaceRows
{
    /// <summary>The values of the four columns.</summary>
    public static object?[] Key(SubscriptionPlace place) => [place.Platform, place.Space ?? "", place.Channel ?? "", place.Person ?? ""];

    /// <summary>Reads four columns.</summary>
    public static SubscriptionPlace Read(DbDataReader row, int first) =>
        new(row.GetString(first), OrNull(row.GetString(first + 1)), OrNull(row.GetString(first + 2)), OrNull(row.GetString(first + 3)));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
