using System.Globalization;
using Microsoft.Extensions.Options;

namespace BriefingBot.Discord;

/// <summary>Checks <see cref="DiscordOptions"/> before anything starts. No message holds the token.</summary>
public sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    private const int MaxStatus = 128;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        List<string> failures = [];
        bool isAuto = string.Equals(options.Shards, "auto", StringComparison.OrdinalIgnoreCase);
        int shards = 0;
        if (
            !isAuto
            && (!int.TryParse(options.Shards, NumberStyles.None, CultureInfo.InvariantCulture, out shards) || shards is < 1 or > 100_000)
        )
        {
            failures.Add($"Discord:Shards is '{options.Shards}'; choose 'auto' or a number from 1.");
        }

        if (options.ShardIds.Any(id => id < 0 || (shards > 0 && id >= shards)))
        {
            failures.Add(
                $"Discord:ShardIds is [{string.Join(", ", options.ShardIds)}]; shards are counted from 0 and stay below Discord:Shards."
            );
        }

        failures.AddRange(
            options
                .AdminRoleIds.Where(id => !Snowflake.TryParse(id, out _))
                .Select(id =>
                    $"Discord:AdminRoleIds holds '{id}', which is not a role id; turn on Developer Mode in Discord, "
                    + $"right-click the role and copy its id."
                )
        );
        if (!IsHttp(options.RestBaseUrl))
        {
            failures.Add($"Discord:RestBaseUrl is '{options.RestBaseUrl}'; it begins with https://, or leave it out.");
        }

        if (!IsHttp(options.ContactUrl))
        {
            failures.Add($"Discord:ContactUrl is '{options.ContactUrl}'; give an address that begins with https://, or leave it out.");
        }

        if (options.RequestsPerSecond is < 1 or > 1_000_000)
        {
            failures.Add($"Discord:RequestsPerSecond is {options.RequestsPerSecond}; choose 1 to 1000000, 50 is what Discord allows.");
        }

        if (options.StatusText.Length is 0 or > MaxStatus)
        {
            failures.Add($"Discord:StatusText has {options.StatusText.Length} characters; choose 1 to {MaxStatus}.");
        }

        if (options is { IsEnabled: false, TokenFile: { Length: > 0 } file } && !File.Exists(file))
        {
            failures.Add($"Discord:TokenFile names '{file}', but there is no such file; mount it, or leave the setting out.");
        }

        if (options.Token is { } token && token.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            failures.Add("Discord:Token holds white space, which no token has; copy it again from the Developer Portal.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsHttp(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}
