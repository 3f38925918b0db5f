// Loaded before the program (`--import`): says how much discord.js keeps when its parent asks.

import { Client } from 'discord.js'

const clients: Client[] = []
const { login } = Client.prototype
Client.prototype.login = function (this: Client, token?: string) {
  clients.push(this)
  return login.call(this, token)
}

process.on('message', () => {
  process.send?.({
    users: sum((client) => client.users.cache.size),
    members: sum((client) => total(client.guilds.cache.map((guild) => guild.members.cache.size))),
    messages: sum((client) =>
      total(
        client.channels.cache.map((channel) => ('messages' in channel ? channel.messages.cache.size : 0)),
      ),
    ),
  })
})
process.channel?.unref()

function sum(of: (client: Client) => number): number {
  return total(clients.map(of))
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}
