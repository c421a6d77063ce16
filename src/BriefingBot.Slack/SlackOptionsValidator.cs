using BriefingBot.Slack.People;
using Microsoft.Extensions.Options;

namespace BriefingBot.Slack;

/// <summary>Checks <see cref="SlackOptions"/> before anything starts. No message holds a secret.</summary>
public sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    private const int MaxConnections = 10;
    private const double MaxStagger = 600;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        List<string> failures =
        [
            .. Token("BotToken", options.BotToken, "xoxb-", "OAuth & Permissions > Bot User OAuth Token"),
            .. Token("AppToken", options.AppToken, "xapp-", "Basic Information > App-Level Tokens"),
            .. Missing("BotTokenFile", options.BotTokenFile, options.BotToken),
            .. Missing("AppTokenFile", options.AppTokenFile, options.AppToken),
            .. Missing("SigningSecretFile", options.SigningSecretFile, options.SigningSecret),
            .. Rule("ExternalPeople", options.ExternalPeople),
            .. Rule("Guests", options.Guests),
        ];
        if (options.SigningSecret?.Any(IsBlank) == true)
        {
            failures.Add(
                "Slack:SigningSecret holds white space, which no secret has; copy it again from Basic Information > App Credentials."
            );
        }

        if (options.IsEnabled)
        {
            failures.AddRange(Mode(options));
        }

        if (!(Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            failures.Add($"Slack:ApiBaseUrl is '{options.ApiBaseUrl}'; it begins with https://, or leave it out.");
        }

        if (options.Connections is < 1 or > MaxConnections)
        {
            failures.Add($"Slack:Connections is {options.Connections}; choose 1 to {MaxConnections}, 2 is a good number.");
        }

        if (options.ConnectionStagger is not (>= 0 and <= MaxStagger))
        {
            failures.Add($"Slack:ConnectionStagger is {options.ConnectionStagger}; choose 0 to {MaxStagger} seconds.");
        }

        failures.AddRange(
            options
                .AdminUserIds.Where(static id => !IsUser(id))
                .Select(static id =>
                    $"Slack:AdminUserIds holds '{id}', which is not a user id; open the person's profile in Slack, choose "
                    + $"More > Copy member ID (it begins with U or W)."
                )
        );
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Mode(SlackOptions options)
    {
        switch (options.Mode)
        {
            case SlackMode.Socket when string.IsNullOrWhiteSpace(options.AppToken):
                yield return "Slack:AppToken is missing, and Socket Mode needs it; make one at Basic Information > App-Level Tokens "
                    + "with the scope connections:write and set it as SLACK_APP_TOKEN, or set Slack:Mode to Http.";
                break;
            case SlackMode.Http when string.IsNullOrWhiteSpace(options.SigningSecret):
                yield return "Slack:SigningSecret is missing, and without it anybody could send requests in Slack's name; copy it "
                    + "from Basic Information > App Credentials and set it as SLACK_SIGNING_SECRET, or set Slack:Mode to "
                    + "Socket.";
                break;
            case not (SlackMode.Socket or SlackMode.Http):
                yield return $"Slack:Mode is '{options.Mode}'; choose Socket or Http.";
                break;
        }
    }

    private static IEnumerable<string> Rule(string key, AskingRule rule)
    {
        if (!Enum.IsDefined(rule))
        {
            yield return $"Slack:{key} is '{rule}'; choose Answer or Refuse.";
        }
    }

    private static IEnumerable<string> Token(string key, string? token, string prefix, string place)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            yield break;
        }

        if (token.Any(IsBlank))
        {
            yield return $"Slack:{key} holds white space, which no token has; copy it again from {place}.";
        }

        if (!token.StartsWith(prefix, StringComparison.Ordinal))
        {
            yield return $"Slack:{key} does not begin with {prefix}, so it is another kind of token; copy the one at {place}.";
        }
    }

    private static IEnumerable<string> Missing(string key, string? file, string? found)
    {
        if (string.IsNullOrWhiteSpace(found) && file is { Length: > 0 } && !File.Exists(file))
        {
            yield return $"Slack:{key} names '{file}', but there is no such file; mount it, or leave the setting out.";
        }
    }

    private static bool IsUser(string id) =>
        id.Length >= 3 && id[0] is 'U' or 'W' && id.All(static letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));

    private static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter);
}
