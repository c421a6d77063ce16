using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>The server used by hand, without C#.</summary>
public sealed class ControlEndpointsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_can_use_it_by_hand()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        slack.World.AddChannel("general");
        using HttpClient http = new() { BaseAddress = slack.BaseAddress };
        Assert.Contains("/_fake/message", await http.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        JsonObject question = await PostAsync("message", """{"user":"ada","mention":true,"text":"what is new?"}""");
        string ts = question["ts"]!.GetValue<string>();
        await PostAsync("message", $$"""{"user":"ada","thread":"{{ts}}","text":"and why?"}""");
        await PostAsync("message", """{"user":"ada","channel":"dm","text":"in private"}""");
        await PostAsync("edit", $$"""{"message":"{{ts}}","text":"what was new?"}""");
        JsonObject command = await PostAsync("command", """{"user":"ada","command":"/briefing","text":"help"}""");
        using RawClient client = new(slack);
        await client.RespondAsync(new Uri(command["response_url"]!.GetValue<string>()), new JsonObject { ["text"] = "Ask me" });
        await PostAsync("home", """{"user":"ada"}""");
        await PostAsync("fault", """{"call":"ServerError","method":"auth.test","duplicate_events":1,"lose_acks":1,"socket":"DropTcp"}""");

        JsonArray answers = (await http.GetFromJsonAsync<JsonArray>("/_fake/answers", Cancel))!;
        Assert.Equal("Ask me", Assert.Single(answers)!["visible"]!.GetValue<string>());
        JsonArray messages = (await http.GetFromJsonAsync<JsonArray>("/_fake/messages?channel=general", Cancel))!;
        Assert.Equal(["what was new?", "and why?"], messages.Select(static message => message!["text"]!.GetValue<string>()));
        JsonArray deliveries = (await http.GetFromJsonAsync<JsonArray>("/_fake/deliveries", Cancel))!;
        Assert.Equal(7, deliveries.Count);
        JsonObject state = (await http.GetFromJsonAsync<JsonObject>("/_fake/state", Cancel))!;
        Assert.Equal(slack.Bot.Id, state["bot"]!.GetValue<string>());
        Assert.NotEmpty((await http.GetFromJsonAsync<JsonArray>("/_fake/calls", Cancel))!);
        Assert.Equal(1, (await http.GetFromJsonAsync<JsonObject>("/_fake/counters", Cancel))!["botMessages"]!.GetValue<int>());
        Assert.Empty((await http.GetFromJsonAsync<JsonArray>("/_fake/violations", Cancel))!);
        Assert.Empty((await http.GetFromJsonAsync<JsonArray>("/_fake/homes", Cancel))!);

        using HttpResponseMessage refused = await http.PostAsync("/_fake/message", Json("""{"channel":"nowhere","text":"x"}"""), Cancel);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "\"There is no channel nowhere.\""),
            (refused.StatusCode, await refused.Content.ReadAsStringAsync(Cancel))
        );

        async Task<JsonObject> PostAsync(string path, string body)
        {
            using HttpResponseMessage response = await http.PostAsync($"/_fake/{path}", Json(body), Cancel);
            string text = await response.Content.ReadAsStringAsync(Cancel);
            Assert.True(response.IsSuccessStatusCode, text);
            return JsonNode.Parse(text)!.AsObject();
        }
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");
}
