using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.TestServers.Discord.Records;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>Discord's OpenAPI document, with the places mended where it is known to be off.</summary>
internal sealed partial class PublishedDocument
{
    private readonly JsonObject _document;
    private readonly SchemaCheck _check;
    private readonly Dictionary<string, JsonObject> _operations = new(StringComparer.Ordinal);

    private PublishedDocument(JsonObject document)
    {
        _document = document;
        _check = new SchemaCheck(document);
        foreach ((string path, JsonNode? item) in document["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject())
            {
                if (operation is JsonObject found)
                {
                    _operations[$"{method.ToUpperInvariant()} {Shape(path)}"] = found;
                }
            }
        }

        Mend();
    }

    /// <summary>Skips the test, loudly, when the document is not at hand.</summary>
    public static async Task<PublishedDocument> LoadAsync(CancellationToken cancellationToken)
    {
        string? file = Folders().Select(static folder => Path.Combine(folder, "specs", "discord-openapi.json")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(
            file is null,
            "NOT CHECKED against Discord's document: name the folder that holds specs/discord-openapi.json in BRIEFINGBOT_SHARED."
        );
        return new PublishedDocument(JsonNode.Parse(await File.ReadAllTextAsync(file, cancellationToken))!.AsObject());
    }

    /// <summary>
    /// What does not fit in these requests and their answers; requests that were refused only have their answers looked at.
    /// </summary>
    public IReadOnlyList<string> Mismatches(IEnumerable<RecordedRequest> requests) => [.. requests.SelectMany(Mismatches)];

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter { get; }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("BRIEFINGBOT_SHARED") is { Length: > 0 } named)
        {
            yield return named;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "..", "shared");
        }
    }

    private static string Shape(string path) => Parameter.Replace(path, "{}");

    private IEnumerable<string> Mismatches(RecordedRequest request)
    {
        string route = request.Path.EndsWith("/messages/@original", StringComparison.Ordinal)
            ? request.Route.Replace("{message}", "@original", StringComparison.Ordinal)
            : request.Route;
        if (!_operations.TryGetValue(Shape(route), out JsonObject? operation))
        {
            return [$"{route}: the document has no such operation"];
        }

        List<string> errors = [];
        if (request.Status is >= 200 and < 300 && request.Body is not null)
        {
            errors.AddRange(_check.Errors(operation["requestBody"]?["content"]?["application/json"]?["schema"], request.Body, "request"));
        }

        if (request.Response is not null)
        {
            JsonNode? response = operation["responses"]?[$"{request.Status}"] ?? operation["responses"]?[$"{request.Status / 100}XX"];
            response = response?["$ref"]?.GetValue<string>() is { } reference ? _check.Resolve(reference) : response;
            errors.AddRange(
                response is null
                    ? [$"the document has no answer {request.Status}"]
                    : _check.Errors(response["content"]?["application/json"]?["schema"], request.Response, "response")
            );
        }

        return errors.Select(error => $"{route} {request.Status}: {error}");
    }

    private void Mend()
    {
        JsonObject schemas = _document["components"]!["schemas"]!.AsObject();

        // Errors of fields have names for codes, as Discord's reference shows them.
        schemas["Error"]!["properties"]!["code"]!["type"] = new JsonArray("integer", "string");
        foreach ((string name, JsonNode? item) in schemas)
        {
            if (item is not JsonObject schema)
            {
                continue;
            }

            // The document says 4000 for some messages and Discord's pages say 2000; the number is often refused as one, the string is the
            // documented form.
            if (schema["properties"]?["content"]?["maxLength"] is not null && !name.StartsWith("TextDisplay", StringComparison.Ordinal))
            {
                schema["properties"]!["content"]!["maxLength"] = 2000;
            }

            if (schema["properties"]?["default_member_permissions"] is JsonObject permissions)
            {
                permissions.Clear();
                permissions["type"] = new JsonArray("string", "integer", "null");
            }
        }
    }
}
