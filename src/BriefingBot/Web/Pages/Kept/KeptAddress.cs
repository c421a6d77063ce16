using BriefingBot.Core.Conversations.Kept;

namespace BriefingBot.Web.Pages.Kept;

/// <summary>Addresses of answers as they were given.</summary>
internal static class KeptAddress
{
    /// <summary>The answer, once it is kept.</summary>
    public const string Route = "/answers/{id}";

    /// <summary>Where the form that keeps it is sent to.</summary>
    public const string KeepRoute = Route + "/keep";

    /// <summary>Where the form that removes it is sent to.</summary>
    public const string RemoveRoute = Route + "/remove";

    public static string Of(KeptAnswerId id) => $"/answers/{id}";

    public static string OfKeep(KeptAnswerId id) => $"/answers/{id}/keep";

    public static string OfRemove(KeptAnswerId id) => $"/answers/{id}/remove";
}
