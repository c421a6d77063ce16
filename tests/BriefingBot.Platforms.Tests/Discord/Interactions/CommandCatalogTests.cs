using System.Text.Json;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Protocol;

namespace BriefingBot.Platforms.Tests.Discord.Interactions;

public sealed class CommandCatalogTests
{
    [Fact]
    public void What_Discord_gives_back_is_recognised_as_the_same()
    {
        // As Discord keeps them: ids and defaults added, empty options left out, another order.
        string sent = JsonSerializer.Serialize(CommandCatalog.All, DiscordJsonContext.Default.Commands);
        using var document = JsonDocument.Parse(sent);
        var kept = document
            .RootElement.EnumerateArray()
            .Reverse()
            .Select(command =>
            {
                var fields = command
                    .EnumerateObject()
                    .Where(field => field.Value.ValueKind != JsonValueKind.Array || field.Value.GetArrayLength() > 0)
                    .ToDictionary(field => field.Name, field => field.Value.GetRawText());
                fields["id"] = "\"1\"";
                fields["version"] = "\"2\"";
                fields["nsfw"] = "false";
                fields["name_localizations"] = "null";
                return $"{{{string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}"))}}}";
            });
        var registered = JsonSerializer.Deserialize($"[{string.Join(',', kept)}]", DiscordJsonContext.Default.Commands)!;

        Assert.True(CommandCatalog.Matches(registered));
        Assert.False(CommandCatalog.Matches([.. registered.Skip(1)]));
        Assert.False(CommandCatalog.Matches([registered[0] with { Description = "else" }, .. registered.Skip(1)]));
    }

    [Fact]
    public void Admin_commands_are_offered_to_those_who_manage_the_server()
    {
        Assert.All(
            CommandCatalog.All.Where(command => CommandNames.IsAdmin(command.Name)),
            command => Assert.Equal("32", command.DefaultMemberPermissions)
        );
        Assert.All(
            CommandCatalog.All.Where(command => !CommandNames.IsAdmin(command.Name)),
            command => Assert.Null(command.DefaultMemberPermissions)
        );
    }

    [Fact]
    public void Whoever_installed_the_app_for_themself_has_all_but_the_admin_commands_everywhere()
    {
        Assert.All(
            CommandCatalog.All.Where(command => !CommandNames.IsAdmin(command.Name)),
            command =>
            {
                Assert.Equal([0, 1], command.IntegrationTypes!.Order());
                Assert.Equal([0, 1, 2], command.Contexts!.Order());
            }
        );
        Assert.All(
            CommandCatalog.All.Where(command => CommandNames.IsAdmin(command.Name)),
            command => Assert.Equal([0, 0], command.IntegrationTypes!.Concat(command.Contexts!))
        );
    }
}
