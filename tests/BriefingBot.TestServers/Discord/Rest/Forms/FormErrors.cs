using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>Gathers what is wrong in a body, in the nested form of error 50035.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _errors = [];

    /// <param name="path">Names and indices with dots between; empty for the whole body.</param>
    /// <param name="code">Discord's code, such as BASE_TYPE_MAX_LENGTH.</param>
    /// <param name="message">The sentence that goes with it.</param>
    public void Add(string path, string code, string message)
    {
        JsonObject at = _errors;
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            at[step] ??= new JsonObject();
            at = at[step]!.AsObject();
        }

        at["_errors"] ??= new JsonArray();
        at["_errors"]!.AsArray().Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void Choice(string path, string allowed) => Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{allowed}}}.");

    public void WrongType(string path, string type) => Add(path, "BASE_TYPE_BAD_TYPE", $"Value is not of type {type}.");

    /// <summary>Counts UTF-16 units of the trimmed text, which is never less than Discord counts.</summary>
    public void Length(string path, JsonNode? value, int min, int max)
    {
        if (value is null)
        {
            if (min > 0)
            {
                Required(path);
            }
        }
        else if (value.AsString() is not { } text)
        {
            WrongType(path, "string");
        }
        else if (text.Trim().Length > max)
        {
            Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        }
        else if (text.Trim().Length < min)
        {
            Add(path, "BASE_TYPE_MIN_LENGTH", $"Must be {min} or more in length.");
        }
    }

    public void HttpUrl(string path, JsonNode? value)
    {
        if (
            value is not null
            && !(
                Uri.TryCreate(value.AsString(), UriKind.Absolute, out Uri? url)
                && url.Scheme is "http" or "https" or "discord" or "attachment"
            )
        )
        {
            Add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
    }

    /// <summary>In strict mode: Discord passes over unknown fields, a test should not.</summary>
    public void Known(string path, JsonObject json, bool strict, params ReadOnlySpan<string> fields)
    {
        if (!strict)
        {
            return;
        }

        foreach ((string name, JsonNode? _) in json)
        {
            if (!fields.Contains(name))
            {
                Add(path.Length == 0 ? name : $"{path}.{name}", "UNKNOWN_FIELD", "Discord knows no such field (strict mode of the fake).");
            }
        }
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new DiscordErrorException(400, 50035, "Invalid Form Body", _errors);
        }
    }
}
