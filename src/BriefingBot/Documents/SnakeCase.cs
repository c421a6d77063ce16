using System.Text.Json;

namespace BriefingBot.Documents;

/// <summary>Names of values, written as the names of fields are.</summary>
internal static class SnakeCase
{
    /// <summary><c>NumberNotFound</c> as <c>number_not_found</c>.</summary>
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
