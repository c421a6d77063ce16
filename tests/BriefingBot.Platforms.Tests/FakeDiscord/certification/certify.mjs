// Runs discord.js against the server named by FAKE_DISCORD_API and tells what it saw, one JSON object a line. The test on the other side plays the users.
import {
  ActionRowBuilder, ActivityType, ButtonBuilder, ButtonStyle, Client, ContainerBuilder, Events, GatewayIntentBits, MessageFlags, ModalBuilder, Partials,
  SectionBuilder, TextDisplayBuilder, TextInputBuilder, TextInputStyle,
} from 'discord.js';
import { createInterface } from 'node:readline';

const say = (event, data = {}) => console.log(JSON.stringify({ event, ...data }));
const quiet = { parse: [], repliedUser: false };

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  rest: { api: process.env.FAKE_DISCORD_API },
  presence: { status: 'online', activities: [{ name: 'the news', type: ActivityType.Watching }] },
});

const commands = [
  {
    name: 'ask',
    description: 'Ask the coverage',
    options: [
      { type: 3, name: 'question', description: 'What you want to know', required: true, max_length: 500 },
      { type: 5, name: 'private', description: 'Only you see the answer' },
      { type: 3, name: 'topic', description: 'A topic', autocomplete: true },
    ],
  },
  { name: 'reindex', description: 'Read the sources again', default_member_permissions: '32' },
  { name: 'latest', description: 'The newest' },
  { name: 'note', description: 'Opens a form' },
  { name: 'Fact-check against coverage', type: 3 },
];

const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] };

const answer = {
  mention: async message => {
    const reply = await message.reply({
      content: `You asked: ${message.content}`,
      nonce: message.id,
      enforceNonce: true,
      allowedMentions: quiet,
      flags: MessageFlags.SuppressEmbeds,
    });
    say('replied', { id: reply.id, reference: reply.reference.messageId, nonce: reply.nonce });
  },
  thread: async message => {
    const thread = await message.startThread({ name: 'An answer', autoArchiveDuration: 1440 });
    await thread.sendTyping();
    const sent = await thread.send({ content: 'In the thread', allowedMentions: quiet });
    say('thread', { id: thread.id, parent: thread.parentId, message: sent.id, owner: thread.ownerId });
  },
  burst: async message => {
    const sent = await Promise.all(Array.from({ length: 8 }, (_, n) => message.channel.send({ content: `part ${n}`, allowedMentions: quiet })));
    say('burst', { count: sent.length });
  },
  edit: async message => {
    const reply = await message.reply({ embeds: [{ title: 'Working', description: 'one moment' }] });
    const edited = await reply.edit({ content: 'Done', embeds: [] });
    await edited.react('\u{1F44D}');
    const history = await message.channel.messages.fetch({ limit: 5, after: message.id });
    say('edited', { content: edited.content, at: edited.editedTimestamp > 0, history: history.size });
  },
  card: async message => {
    const more = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Secondary);
    const box = new ContainerBuilder()
      .setAccentColor(0x1d3557)
      .addTextDisplayComponents(text => text.setContent('**First** story'))
      .addSeparatorComponents(line => line)
      .addSectionComponents(new SectionBuilder().addTextDisplayComponents(text => text.setContent('Second story')).setButtonAccessory(more));
    const flags = MessageFlags.IsComponentsV2;
    const sent = await message.reply({ components: [box], flags, allowedMentions: quiet });
    const fetched = await message.channel.messages.fetch({ message: sent.id, force: true });
    const types = fetched.components.flatMap(part => [part.type, ...part.components.map(child => child.type)]);
    const ids = fetched.components[0].components.map(part => part.id);
    const text = content => new TextDisplayBuilder({ content });
    const codes = [];
    for (const attempt of [
      () => message.channel.send({ components: [box] }),
      () => message.channel.send({ content: 'beside', components: [box], flags }),
      () => message.channel.send({ embeds: [{ title: 'beside' }], components: [box], flags }),
      () => message.channel.send({ components: [text('x'.repeat(2001)), text('y'.repeat(2000))], flags }),
      () => message.channel.send({ components: Array.from({ length: 41 }, () => text('x')), flags }),
      () => sent.edit({ content: 'only words', components: [], flags: 0 }),
      () => sent.edit({ content: 'words beside' }),
    ]) await attempt().catch(error => codes.push(error.code));
    const edited = await sent.edit({ components: [text('Changed')] });
    say('card', { types, ids, codes, v2: edited.flags.has(flags), now: edited.components[0].content, content: edited.content });
  },
  long: async message => {
    const codes = [];
    for (const body of [{ content: 'x'.repeat(2001) }, { embeds: [4000, 2001].map(n => ({ description: 'x'.repeat(n) })) }, { content: '' }]) {
      await message.channel.send(body).catch(error => codes.push(error.code));
    }
    say('refused', { codes });
  },
};

client.on(Events.MessageCreate, async message => {
  if (message.author.id === client.user.id) return;
  say('message', { id: message.id, content: message.content, guild: message.guildId, mentioned: message.mentions.has(client.user) });
  const word = message.content.split(' ').find(part => part in answer) ?? 'mention';
  if (message.mentions.has(client.user) || !message.guildId) await answer[word](message);
});

const onCommand = {
  ask: async interaction => {
    await interaction.deferReply();
    const row = new ActionRowBuilder().addComponents(
      new ButtonBuilder().setCustomId('helpful').setLabel('Helpful').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setURL('https://example.org/story').setLabel('Story').setStyle(ButtonStyle.Link),
    );
    const original = await interaction.editReply({ content: `About: ${interaction.options.getString('question')}`, components: [row] });
    const followUp = await interaction.followUp({ content: 'Sources', flags: MessageFlags.Ephemeral });
    const late = await interaction.reply({ content: 'again' }).catch(error => error.code);
    const installedBy = interaction.authorizingIntegrationOwners[1] ?? null;
    say('asked', { original: original.id, followUp: followUp.id, ephemeral: followUp.flags.has(MessageFlags.Ephemeral), late, context: interaction.context, installedBy });
  },
  reindex: async interaction => {
    const response = await interaction.reply({ content: 'Reading', flags: MessageFlags.Ephemeral, withResponse: true });
    say('reindexed', { mayManage: interaction.memberPermissions.has('ManageGuild'), message: response.resource.message.id });
  },
  latest: async interaction => {
    await interaction.deferReply();
    const reply = await interaction.editReply({ components: [new TextDisplayBuilder({ content: 'All of it' })], flags: MessageFlags.IsComponentsV2 });
    say('listed', { v2: reply.flags.has(MessageFlags.IsComponentsV2), text: reply.components[0].content });
  },
  note: async interaction => {
    const input = new TextInputBuilder().setCustomId('text').setLabel('Note').setStyle(TextInputStyle.Short);
    await interaction.showModal(new ModalBuilder().setCustomId('note-form').setTitle('A note').addComponents(new ActionRowBuilder().addComponents(input)));
    say('modal');
  },
  'Fact-check against coverage': async interaction => {
    await interaction.reply({ content: `Checked: ${interaction.targetMessage.content}` });
    say('checked', { target: interaction.targetMessage.id });
  },
};

client.on(Events.InteractionCreate, async interaction => {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: 'Trade', value: 'trade' }]);
    say('completed', { typed: interaction.options.getFocused() });
  } else if (interaction.isCommand()) {
    await onCommand[interaction.commandName](interaction);
  } else if (interaction.isButton()) {
    await interaction.update({ content: `${interaction.message.content} (thanks)`, components: [] });
    say('clicked', { id: interaction.customId });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: interaction.fields.getTextInputValue('text'), flags: MessageFlags.Ephemeral });
    say('submitted', { text: interaction.fields.getTextInputValue('text') });
  }
});

client.once(Events.ClientReady, async () => {
  const registered = await client.application.commands.set(commands.map(command => ({ ...command, ...everywhere })));
  const again = await client.application.commands.fetch();
  say('ready', {
    user: client.user.id,
    application: client.application.id,
    guilds: client.guilds.cache.map(guild => guild.id),
    channels: client.guilds.cache.reduce((sum, guild) => sum + guild.channels.cache.size, 0),
    commands: registered.size,
    unchanged: again.every(command => command.equals({ ...commands.find(other => other.name === command.name), ...everywhere })),
  });
});

client.on(Events.ShardReady, () => say('shardReady'));
client.on(Events.ShardResume, (shard, replayed) => say('resumed', { replayed }));
client.on(Events.ShardReconnecting, () => say('reconnecting'));
client.on(Events.ShardDisconnect, event => say('disconnected', { code: event.code }));
client.rest.on('rateLimited', info => say('rateLimited', { scope: info.scope, route: info.route, global: info.global }));
client.on(Events.Error, error => say('error', { message: error.message }));
process.on('unhandledRejection', error => say('error', { message: String(error?.stack ?? error) }));
if (process.env.FAKE_DISCORD_DEBUG) client.on(Events.Debug, text => console.error(text));

createInterface({ input: process.stdin }).on('line', async line => {
  if (line === 'exit') {
    await client.destroy();
    say('bye');
    process.exit(0);
  }
});

await client.login(process.env.FAKE_DISCORD_TOKEN).catch(error => {
  say('loginFailed', { message: error.message });
  process.exit(3);
});
